package dev.kontor.connector.businesscentral;

import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes for which each document takes calls of its own, so that a refusal concerns it alone. */
final class OneByOne {
  private OneByOne() {}

  static List<Outcome> write(List<Write> batch, Function<Write, Outcome> one) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Write write : batch) {
      try {
        outcomes.add(one.apply(write));
      } catch (FaultException e) {
        outcomes.add(BlamedField.in(e.fault()));
      }
    }
    return outcomes;
  }
}
