/** Workloads that any language reproduces bit for bit, and benchmarks beside hand-written loops. */
package io.dunning.benchmarks;
