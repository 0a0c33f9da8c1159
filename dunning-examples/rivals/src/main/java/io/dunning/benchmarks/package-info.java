/** The workload of next actions by other engines, on the same data. */
package io.dunning.benchmarks;
