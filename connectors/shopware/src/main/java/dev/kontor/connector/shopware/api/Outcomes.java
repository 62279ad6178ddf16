package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What becomes of each document of a batch, by its place. */
public final class Outcomes {

  private final @Nullable Outcome[] byPlace;

  public Outcomes(int size) {
    byPlace = new Outcome[size];
  }

  /** Takes every document in turn; a fault it throws is that document's outcome. */
  public void each(IntConsumer action) {
    IntStream.range(0, byPlace.length).forEach(i -> attempt(i, () -> action.accept(i)));
  }

  /** A fault the action throws is the document's outcome. */
  public void attempt(int place, Runnable action) {
    try {
      action.run();
    } catch (FaultException e) {
      put(place, e.fault());
    }
  }

  public void put(int place, Outcome outcome) {
    byPlace[place] = outcome;
  }

  /** Instead of what was put before. */
  public void refuse(Map<Integer, Fault> faults) {
    faults.forEach(this::put);
  }

  /** Null if nothing was put yet. */
  public @Nullable Outcome of(int place) {
    return byPlace[place];
  }

  /** In the batch's order. */
  public List<Outcome> all() {
    return Arrays.stream(byPlace).map(Objects::requireNonNull).toList();
  }
}
