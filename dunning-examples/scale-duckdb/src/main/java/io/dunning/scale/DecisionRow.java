package io.dunning.scale;

/**
 * What is to be done about an account, or about one invoice of it, as a row of the result.
 *
 * @param customer the customer's id
 * @param invoice the invoice, where the policy decides about invoices one by one; or null
 * @param verdict the verdict
 * @param rule the rule that decided
 * @param step the step to take, or to wait for; or null
 * @param reviewDay the first later day on which the decision differs; {@link #NEVER} if none
 * @param invoices the invoices that the step is about, or that were looked at if there is no step;
 *     null if no reason was asked for
 * @param actions what to do; null if no reason was asked for
 * @param channel how; or null
 * @param reason why; null if no reason was asked for
 */
record DecisionRow(
    String customer,
    String invoice,
    String verdict,
    String rule,
    String step,
    long reviewDay,
    String invoices,
    String actions,
    String channel,
    String reason) {
  static final long NEVER = Long.MAX_VALUE;
}
