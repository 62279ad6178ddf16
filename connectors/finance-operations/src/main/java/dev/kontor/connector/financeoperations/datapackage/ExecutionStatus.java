package dev.kontor.connector.financeoperations.datapackage;

import java.util.Arrays;

/** Where an import stands, as {@code GetExecutionSummaryStatus} says. */
public enum ExecutionStatus {
  /** There is none of that id, or not yet. */
  UNKNOWN,
  NOT_RUN,
  EXECUTING,
  SUCCEEDED,
  PARTIALLY_SUCCEEDED,
  FAILED,
  CANCELED;

  /** A word nobody knows stands for an import that may still do something. */
  static ExecutionStatus of(String symbol) {
    return symbol.isBlank()
        ? UNKNOWN
        : Arrays.stream(values())
            .filter(status -> status.name().replace("_", "").equalsIgnoreCase(symbol.strip()))
            .findFirst()
            .orElse(EXECUTING);
  }

  /** Whether it may still do something. */
  public boolean isRunning() {
    return this == NOT_RUN || this == EXECUTING;
  }

  /** Whether it has done whatever it did. */
  public boolean isOver() {
    return this != UNKNOWN && !isRunning();
  }
}
