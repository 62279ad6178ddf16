package dev.kontor.twin.shopware.shop;

import java.util.List;

/**
 * The mail that a state transition would send.
 *
 * @param documentIds papers attached to it; they count as sent then
 */
public record Mailing(boolean wanted, List<String> documentIds) {
  public static final Mailing NONE = new Mailing(false, List.of());
}
