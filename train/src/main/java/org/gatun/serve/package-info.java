/**
 * A web page to play with a trained model, and the HTTP API behind it.
 *
 * <p>Requests of any number of pages become {@link org.gatun.serve.Job jobs} in one {@link org.gatun.serve.JobQueue}. One
 * {@link org.gatun.serve.Worker} thread owns the model and its native memory, and works on them in their order. What is known of a job
 * is its latest {@link org.gatun.serve.JobState}; the connection that asked for it waits for changes and passes them on.
 */
package org.gatun.serve;
