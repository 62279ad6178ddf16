package dev.kontor.connector.magento.picture;

import java.util.Set;

/** One change of a gallery, each a call. */
sealed interface Move {

  /** A picture that is not there yet. */
  record Upload(Image image, int position, Set<String> roles) implements Move {}

  /** One that is there goes to another place or gets roles. */
  record Place(Entry entry, int position, Set<String> roles) implements Move {}

  /** One that the source has no longer. */
  record Remove(Entry entry) implements Move {}
}
