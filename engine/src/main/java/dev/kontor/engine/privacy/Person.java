package dev.kontor.engine.privacy;

import dev.kontor.engine.privacy.PersonStore.Trace;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * All that is kept about who has an e-mail address.
 *
 * @param keys under which it lies; several if the person bought with a VAT id, too
 * @param traces what was read and written, and for which messages
 * @param shared payloads under the same keys that name other e-mail addresses only: of colleagues,
 *     as a company's documents lie under its VAT id
 */
record Person(Set<Long> keys, List<Trace> traces, int shared) {

  /** Names of the sources of what is kept, one for each of {@link #ids}. */
  String[] sources() {
    return names(Trace::source);
  }

  String[] ids() {
    return names(Trace::sourceId);
  }

  private String[] names(Function<Trace, String> name) {
    return traces.stream().map(name).toArray(String[]::new);
  }
}
