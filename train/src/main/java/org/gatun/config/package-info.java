/**
 * Configuration in YAML in the reference's own layout, and the folders of its runs.
 *
 * <p>{@link org.gatun.config.ProjectConfig} is what one file says, {@link org.gatun.config.RunFolder} finds that file and the
 * checkpoint of a run. The records here are settings as a file has them, under the reference's class names; they make the
 * {@code ...Config} records of {@code org.gatun.vqgan} and {@code org.gatun.gpt}, from which networks are built.
 */
package org.gatun.config;
