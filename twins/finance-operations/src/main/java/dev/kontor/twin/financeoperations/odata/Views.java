package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.kit.odata.Row;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Where the rows of an entity set come from: its source, or computed from others. */
public final class Views {
  private final Records records;
  private final Map<String, Function<String, Collection<Row>>> computed;

  /** Sets not named in {@code computed} show the rows of their source; keys are set names. */
  public Views(Records records, Map<String, Function<String, Collection<Row>>> computed) {
    this.records = records;
    this.computed = Map.copyOf(computed);
  }

  Collection<Row> rows(EntitySet set, String company) {
    Function<String, Collection<Row>> own = computed.get(set.name());
    return own == null ? records.all(company, set.source()) : own.apply(company);
  }

  boolean isComputed(EntitySet set) {
    return computed.containsKey(set.name());
  }
}
