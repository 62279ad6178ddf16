package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.datapackage.CompositeOrder;
import dev.kontor.connector.financeoperations.datapackage.ExecutionStatus;
import dev.kontor.connector.financeoperations.datapackage.Imports;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters an order with charges of its header in one data package, whole or not at all. Its import
 * bears an id made of the order's own key, so that a repetition asks first what became of the
 * earlier one: while it may still run nothing is sent, and once it is over the order is looked for.
 */
final class PackagedEntry {

  /** Imports of one order, each in vain before the next. */
  private static final int MOST = 50;

  private final String referenceField;
  private final Imports imports;
  private final PackagedOrder order;

  PackagedEntry(FnoSettings settings, FnoApi api, Imports imports, OrderRemoval removal) {
    this.referenceField = settings.referenceField();
    this.imports = imports;
    this.order = new PackagedOrder(settings, api, removal);
  }

  /**
   * @throws FaultException if nothing was entered; {@link Fault.OutcomeUnknown} if it may have been
   */
  Outcome enter(Write write) {
    for (int time = 1; time <= MOST; time++) {
      String execution = execution(write, time);
      ExecutionStatus status = imports.status(execution);
      if (status.isRunning()) {
        return goesOn(execution);
      }
      if (!status.isOver()) {
        Optional<Outcome> there =
            time == 1 ? Optional.empty() : seen(execution, () -> order.there(write));
        return there.orElseGet(() -> imported(write, execution));
      }
    }
    return new Fault.Invalid(
        HeaderCharges.IN,
        "the order was imported " + MOST + " times in vain; enter it by hand",
        null);
  }

  /** The same for the same effect, for each time that it was imported in vain. */
  private static String execution(Write write, int time) {
    UUID key = UUID.nameUUIDFromBytes(write.key().getBytes(StandardCharsets.UTF_8));
    return "kontor-" + key + "-" + time;
  }

  private Outcome imported(Write write, String execution) {
    ExecutionStatus status = imports.bring(execution, composite(write));
    if (!status.isOver()) {
      return goesOn(execution);
    }
    boolean whole = status == ExecutionStatus.SUCCEEDED;
    return seen(
            execution,
            () ->
                whole
                    ? order.there(write)
                    : Optional.of(order.refused(write, execution, imports.errors(execution))))
        .orElseGet(
            () ->
                new Fault.Invalid(
                    referenceField,
                    "import "
                        + execution
                        + " succeeded, but no order bears the reference "
                        + write.reference()
                        + "; look for the order of that import, and whether the data project maps"
                        + " the field, before it is resubmitted",
                    null));
  }

  /** It is neither lost nor done. */
  private static Outcome goesOn(String execution) {
    return new Outcome.Accepted("import " + execution);
  }

  /** What cannot be seen now may be there. */
  private static Optional<Outcome> seen(String execution, Supplier<Optional<Outcome>> look) {
    try {
      return look.get();
    } catch (FaultException e) {
      return Optional.of(
          new Fault.OutcomeUnknown(
              "import "
                  + execution
                  + " is over, but what came of it cannot be seen: "
                  + e.fault().message()));
    }
  }

  private CompositeOrder composite(Write write) {
    ObjectNode header = write.content().deepCopy().asObject();
    JsonNode lines = header.path(OrderLines.IN).deepCopy();
    lines.forEach(line -> line.asObject().remove(SalesLines.AMOUNT));
    header.put(referenceField, write.reference());
    return new CompositeOrder(header, lines, write.content().path(HeaderCharges.IN));
  }
}
