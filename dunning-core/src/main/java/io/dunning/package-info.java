/**
 * Dunning policy and accounts-receivable aging.
 *
 * <p>Start in {@code io.dunning.policy} (what to do when) and {@code io.dunning.evaluation} (what
 * to do now, and why); {@code io.dunning.aging} sorts what is open by age. This package only holds
 * the style of the generated values.
 */
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
    overshadowImplementation = true,
    builder = "new",
    of = "new",
    jdkOnly = true)
package io.dunning;

import org.immutables.value.Value;
