package dev.kontor.engine.flow;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * A flow ready to run.
 *
 * @param in native → model; null if the source already speaks model
 * @param out model → native
 * @param customers the flow that provides the debtor, null if none is needed
 * @param reply the flow that answers to the source, null if none
 * @param refunds the flow that credits refunds in the lanes of this one, null if none
 */
public record FlowLine(
    FlowConfig config,
    Link from,
    Link to,
    @Nullable Mapping in,
    Mapping out,
    @Nullable FlowConfig customers,
    @Nullable FlowConfig reply,
    @Nullable FlowLine refunds) {

  /** Without one for refunds. */
  public FlowLine(
      FlowConfig config,
      Link from,
      Link to,
      @Nullable Mapping in,
      Mapping out,
      @Nullable FlowConfig customers,
      @Nullable FlowConfig reply) {
    this(config, from, to, in, out, customers, reply, null);
  }

  public String name() {
    return config.name();
  }

  /** Which mappings an effect was made with, for its record. */
  public String mappings() {
    return (in == null ? "" : named(in) + " > ") + named(out);
  }

  private static String named(Mapping mapping) {
    return mapping.id() + "@" + mapping.version();
  }
}
