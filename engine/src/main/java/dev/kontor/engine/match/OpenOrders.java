package dev.kontor.engine.match;

import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.flow.ExportGate;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.model.EntityType;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;

/** Orders of a shop that its ERP is to have: the open ones that meet the flow's conditions. */
public final class OpenOrders {

  private static final int BATCH = 200;

  private final Translator translator;
  private final InstantSource clock;

  /**
   * @param clock for the hold time, as orders are judged by later
   */
  public OpenOrders(Translator translator, InstantSource clock) {
    this.translator = translator;
    this.clock = clock;
  }

  /**
   * Reads only what the keys do not rule out. An order that cannot be translated is among them: the
   * hub will say why.
   *
   * @throws FaultException if the shop cannot be read
   */
  public List<Side> among(FlowLine line, List<Document> keys) {
    return keys.stream()
        .filter(
            key -> ExportGate.mayConcern(key.number(), key.changedAt(), line.config().conditions()))
        .map(Document::id)
        .distinct()
        .gather(Gatherers.windowFixed(BATCH))
        .flatMap(ids -> line.from().reader(EntityType.ORDER).fetch(ids).stream())
        .filter(document -> isWanted(line, document))
        .map(Side::of)
        .toList();
  }

  private boolean isWanted(FlowLine line, Document document) {
    try {
      Order order =
          AtHand.Captured.of(translator, line, Objects.requireNonNull(document.content())).order();
      return isOpen(order.state())
          && !(ExportGate.judge(order, line.config().conditions(), clock.instant())
              instanceof ExportGate.Verdict.Stay);
    } catch (FaultException e) {
      return true;
    }
  }

  private static boolean isOpen(OrderState state) {
    return switch (state) {
      case OPEN, IN_PROGRESS -> true;
      case COMPLETED, CANCELLED -> false;
    };
  }
}
