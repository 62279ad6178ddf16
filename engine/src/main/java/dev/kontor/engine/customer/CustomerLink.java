package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.FlowLine;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account of a shop and the debtor it belongs to.
 *
 * @param number the ERP's number of the debtor, null if not known
 * @param revision raised with every change of the link
 * @param unsettled how long what was sent may still take effect; zero if it cannot
 * @param alone whether the debtor belongs to no other account of that shop
 */
public record CustomerLink(
    String shop,
    String shopId,
    String erp,
    String erpId,
    @Nullable String number,
    long revision,
    Sides known,
    Duration unsettled,
    boolean alone) {

  /** What is remembered of both sides. */
  public record Sides(Known shop, Known erp) {
    static final Sides NOTHING = new Sides(Known.NOTHING, Known.NOTHING);

    Known of(Owner side) {
      return side == Owner.SHOP ? shop : erp;
    }

    Sides with(Owner side, Known known) {
      return side == Owner.SHOP ? new Sides(known, erp) : new Sides(shop, known);
    }
  }

  /** As it would be. */
  static CustomerLink rehearsed(FlowLine line, String account, Crossref debtor) {
    return new CustomerLink(
        line.from().name(),
        account,
        line.to().name(),
        debtor.targetId(),
        debtor.number(),
        0,
        Sides.NOTHING,
        Duration.ZERO,
        true);
  }

  /** Native id on that side. */
  String id(Owner side) {
    return side == Owner.SHOP ? shopId : erpId;
  }

  /** Whether a write to that side was not answered yet and may still take effect. */
  boolean isUnsettled(Owner side) {
    return !unsettled.isZero() && !known.of(side).sent().isEmpty();
  }

  static Owner other(Owner side) {
    return side == Owner.SHOP ? Owner.ERP : Owner.SHOP;
  }

  /**
   * Remembers what that side will show if a write takes effect that is about to be sent.
   *
   * @param over attributes that people had changed on both sides
   */
  CustomerLink sending(Owner side, Map<Attribute, String> expected, Collection<Attribute> over) {
    return knowing(known.with(side, known.of(side).sending(expected, over)));
  }

  /** Remembers that it is on record what was written over on that side. */
  CustomerLink recorded(Owner side, Collection<Attribute> overwritten) {
    return knowing(known.with(side, known.of(side).recorded(overwritten)));
  }

  /**
   * Whether what was sent to that side is over: all of it shows, or it can take effect no longer.
   */
  boolean isOver(Owner side, Map<Attribute, String> shown) {
    Known there = known.of(side);
    return !there.sent().isEmpty() && (unsettled.isZero() || there.hasArrived(shown));
  }

  /**
   * Remembers that both sides say the same.
   *
   * @param over whether nothing is on its way to the side other than {@code source} any more
   */
  CustomerLink agreeing(
      Owner source,
      Collection<Attribute> attributes,
      Map<Attribute, String> here,
      Map<Attribute, String> there,
      boolean over) {
    Owner target = other(source);
    Known ofTarget = known.of(target).agreeing(only(attributes, there));
    return knowing(
        known
            .with(source, known.of(source).agreeing(only(attributes, here)))
            .with(target, over ? ofTarget.settled() : ofTarget));
  }

  private static Map<Attribute, String> only(
      Collection<Attribute> attributes, Map<Attribute, String> shown) {
    Map<Attribute, String> chosen = new EnumMap<>(Attribute.class);
    attributes.forEach(a -> chosen.put(a, String.valueOf(shown.get(a))));
    return chosen;
  }

  private CustomerLink knowing(Sides sides) {
    return new CustomerLink(shop, shopId, erp, erpId, number, revision, sides, unsettled, alone);
  }

  /** As the next one who reads it finds it. */
  CustomerLink revised() {
    return new CustomerLink(
        shop, shopId, erp, erpId, number, revision + 1, known, unsettled, alone);
  }
}
