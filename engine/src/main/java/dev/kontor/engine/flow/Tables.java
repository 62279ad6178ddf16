package dev.kontor.engine.flow;

import dev.kontor.engine.config.ValueTable;
import java.util.Map;
import java.util.Optional;

/** The value tables as they are at this moment. */
@FunctionalInterface
public interface Tables {

  /** Empty if there is none of that name. */
  Optional<ValueTable> find(String name);

  /** Tables that never change. */
  static Tables of(Map<String, ValueTable> tables) {
    return name -> Optional.ofNullable(tables.get(name));
  }
}
