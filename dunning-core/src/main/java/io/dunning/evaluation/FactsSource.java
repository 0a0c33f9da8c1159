package io.dunning.evaluation;

import java.io.Serializable;

/**
 * Where an answer gets its {@link Facts} from: they are there from the beginning, or they are made
 * once somebody asks. Immutable and thread-safe; it is stored as the facts.
 */
sealed interface FactsSource extends Serializable permits Facts, CompiledFacts, LazyFacts {
  /** {@return the facts, equal whenever they are asked for} */
  Facts facts();

  /** {@return what an answer says beside its facts, if it was not told from the beginning} */
  default SideResults beside() {
    return SideResults.NONE;
  }
}
