package dev.kontor.engine.flow;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.mapping.Mapping;
import dev.kontor.model.Order;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow ready to run.
 *
 * @param in native → model; null if the source already speaks model
 * @param out model → native
 * @param reading native → model of what the target has, null if it is not read
 * @param customers the flow that provides the debtor, null if none is needed
 * @param reply the flow that answers to the source, null if none
 * @param money the flows that carry out what happens to its orders' money, in the lanes of this one
 * @param rivals flows that enter orders of the same shop in another company
 * @param counterpart the flow of customers or articles the other way, if it is switched on
 */
public record FlowLine(
    FlowConfig config,
    Link from,
    Link to,
    @Nullable Mapping in,
    Mapping out,
    @Nullable Mapping reading,
    @Nullable FlowConfig customers,
    @Nullable FlowConfig reply,
    Map<OrderMoney, FlowLine> money,
    List<FlowConfig> rivals,
    @Nullable FlowConfig counterpart) {

  public FlowLine {
    money = Map.copyOf(money);
    rivals = List.copyOf(rivals);
  }

  /** Without any for money, without rivals and a way back. */
  public FlowLine(
      FlowConfig config,
      Link from,
      Link to,
      @Nullable Mapping in,
      Mapping out,
      @Nullable FlowConfig customers,
      @Nullable FlowConfig reply) {
    this(config, from, to, in, out, null, customers, reply, Map.of(), List.of(), null);
  }

  public String name() {
    return config.name();
  }

  /** The same, which only says what it would write. */
  public FlowLine rehearsed() {
    return new FlowLine(
        config.rehearsed(),
        from,
        to,
        in,
        out,
        reading,
        customers,
        reply,
        money,
        rivals,
        counterpart);
  }

  /** Whether both systems may have made the articles it carries, so that some are to be linked. */
  public boolean sharesArticles() {
    return !config.sharing().articles().isEmpty()
        && (counterpart != null || config.sharing().source() == Owner.SHOP);
  }

  /** The flow that an order is for which is not for this one; empty if there is none. */
  public Optional<FlowConfig> rightful(Order order) {
    return isFor(config, order)
        ? Optional.empty()
        : rivals.stream().filter(r -> r.enabled() && isFor(r, order)).findFirst();
  }

  private static boolean isFor(FlowConfig flow, Order order) {
    return flow.conditions().route().refusal(order).isEmpty();
  }

  /**
   * Which mappings an effect was made with, for its record; a debtor is stored as the model has it.
   */
  public String mappings() {
    boolean read = in != null && config.kind() != FlowKind.CUSTOMERS;
    return read ? named(Objects.requireNonNull(in)) + " > " + named(out) : named(out);
  }

  private static String named(Mapping mapping) {
    return mapping.id() + "@" + mapping.version();
  }
}
