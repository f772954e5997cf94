/** Pictures of a run for people to look at: grids of images and curves of what was measured, as PNG files. */
package org.gatun.plot;
