package dev.kontor.engine.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a flow shares of customers both systems have.
 *
 * @param registrations whether customers who registered become debtors without an order
 * @param mirrors the flow the other way, from shop to ERP; null if the flow is that one
 * @param owners of every attribute, the same in both flows
 */
public record CustomerSharing(
    boolean registrations, @Nullable String mirrors, Map<Attribute, Owner> owners) {

  /** Of a flow that shares nothing but what is usual. */
  public static final CustomerSharing USUAL =
      new CustomerSharing(false, null, Attribute.usualOwners());

  public CustomerSharing {
    owners = Map.copyOf(owners);
  }

  /** Whose values the flow writes. */
  public Owner source() {
    return mirrors == null ? Owner.SHOP : Owner.ERP;
  }

  CustomerSharing owned(Map<Attribute, Owner> by) {
    return new CustomerSharing(registrations, mirrors, by);
  }
}
