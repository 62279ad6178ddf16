package dev.kontor.twin.shopware.schema;

import java.util.List;

/**
 * A key of an entity that is filled only when asked for.
 *
 * @param target entity name, or "-" for an entity this twin has no rows of
 * @param key field that carries the id, see {@link Link}
 * @param unasked what stands there when nobody asked for it
 * @param restricts while there are such rows this one cannot be deleted, marked #
 */
public record Association(
    String name, Link link, String target, String key, Unasked unasked, boolean restricts)
    implements Property {
  private static final List<Link> LONGEST_SIGN_FIRST =
      List.of(Link.MANY, Link.INVERSE, Link.LISTED, Link.LISTING, Link.ONE);

  public boolean toMany() {
    return link.toMany();
  }

  /** Whether the twin keeps rows of the target. */
  public boolean known() {
    return !target.equals("-");
  }

  static Association parse(String text) {
    Unasked unasked = Unasked.of(text.charAt(0));
    boolean restricts = text.charAt(0) == '#';
    String plain = unasked == Unasked.NOTHING && !restricts ? text : text.substring(1);
    for (Link link : LONGEST_SIGN_FIRST) {
      int at = plain.indexOf(link.sign());
      if (at > 0) {
        String[] target = plain.substring(at + link.sign().length()).split("@", 2);
        String key = target.length == 2 ? target[1] : "";
        return new Association(plain.substring(0, at), link, target[0], key, unasked, restricts);
      }
    }
    throw new IllegalArgumentException("Not an association: " + text);
  }
}
