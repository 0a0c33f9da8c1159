package io.dunning.spring;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What a run over the due accounts of a tenant did. Published as an event of the application, too,
 * once it is committed.
 *
 * @param tenant the tenant's name
 * @param day the day
 * @param accounts how many accounts were looked at
 * @param documents how many documents came of it
 * @param failed how many accounts had no answer
 * @param took how long it took in all
 * @param reading how long the accounts took to be read
 * @param deciding how long the evaluator took
 * @param writing how long steps, deliveries and review dates took to be written
 */
public record RunFinished(
    String tenant,
    LocalDate day,
    int accounts,
    int documents,
    int failed,
    Duration took,
    Duration reading,
    Duration deciding,
    Duration writing) {}
