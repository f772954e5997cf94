/** Whole training and sampling steps of fixed shapes, to be timed: {@code gatun bench}. */
package org.gatun.bench;
