package dev.kontor.engine.flow;

import dev.kontor.model.EntityType;

/**
 * The deterministic idempotency key of an effect: target, aggregate, business event. Never a
 * message id, never a mapping version.
 */
public final class EffectKey {

  private EffectKey() {}

  /**
   * @param event business event identity, e.g. {@code created}, a refund id, an edit revision
   * @param generation 0, raised only when a person deliberately creates the effect again
   */
  public static String of(
      String target,
      EntityType entity,
      String source,
      String sourceId,
      String event,
      int generation) {
    return String.join("|", target, entity.key(), source, sourceId, event, "g" + generation);
  }

  /**
   * A debtor's creation: one per target, whichever shop its orders come from.
   *
   * @param name blinded match key
   */
  public static String ofDebtor(String target, String name) {
    return String.join("|", target, EntityType.CUSTOMER.key(), name, "created", "g0");
  }
}
