/** Event files, which TensorBoard shows. */
package org.gatun.tensorboard;
