package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.datapackage.DataPackages;
import dev.kontor.connector.financeoperations.datapackage.Imports;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Enters, levels and cancels sales orders. */
public final class OrderWriter implements Writer {

  private static final Duration COMPLETE_AFTER = Duration.ofMinutes(20);

  private final OrderPreparation preparation;
  private final OrderEntry entry;
  private final Optional<PackagedEntry> packaged;
  private final OrderLevelling levelling;
  private final OrderRemoval removal;

  /**
   * @throws FaultException {@link Fault.Misconfigured} if setting {@code headerCharges} is wrong
   */
  public OrderWriter(FnoSettings settings, FnoApi api, Toolbox toolbox) {
    Headers headers = new Headers(settings, api);
    OrderLines lines = new OrderLines(settings, api);
    this.preparation = new OrderPreparation(settings, api);
    this.removal = new OrderRemoval(headers, lines, new PostedOrders(settings, api));
    this.entry = new OrderEntry(settings, headers, lines, removal);
    this.packaged =
        ChargesProject.of(settings)
            .map(project -> new DataPackages(settings, api.actions(), toolbox, project))
            .map(packages -> new Imports(packages, toolbox))
            .map(imports -> new PackagedEntry(settings, api, imports, removal));
    this.levelling =
        new OrderLevelling(
            headers,
            lines,
            api.clock(),
            settings.settings().duration("completeAfter", COMPLETE_AFTER));
  }

  /** One: an order is several calls, and a refused one says nothing about others. */
  @Override
  public int maxBatch() {
    return 1;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return preparation.prepare(content, model, false);
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    return drafts.stream().map(this::prepare).toList();
  }

  /** What keeps one order from being judged now keeps the others from nothing. */
  private Prepared prepare(Draft draft) {
    try {
      return preparation.prepare(draft.content(), draft.model(), draft.targetId() != null);
    } catch (FaultException e) {
      return new Prepared.Refused(e.fault());
    }
  }

  /**
   * An order is entered in several calls. Found after a lost answer it may lack lines, which are
   * entered then; of one that is whole it is seen that it costs what it should.
   */
  @Override
  public boolean isCompletedByUpdate(JsonNode content) {
    return true;
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return batch.stream().map(this::outcome).toList();
  }

  private Outcome created(Write write) {
    if (HeaderCharges.in(write.content()).isEmpty()) {
      return entry.enter(write);
    }
    return packaged
        .map(by -> by.enter(write))
        .orElseGet(
            () ->
                new Fault.Invalid(
                    HeaderCharges.IN,
                    "were prepared with setting headerCharges, which is gone; set it again, or"
                        + " resubmit the order, so that they become lines",
                    null));
  }

  private Outcome outcome(Write write) {
    try {
      return switch (write.action()) {
        case CREATE -> created(write);
        case UPDATE -> levelling.level(write);
        case DELETE -> removal.cancel(write);
      };
    } catch (FaultException e) {
      return e.fault();
    }
  }
}
