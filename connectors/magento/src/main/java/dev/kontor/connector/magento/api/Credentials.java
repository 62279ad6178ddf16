package dev.kontor.connector.magento.api;

import java.net.URI;

/** What a shop knows the hub by. {@code toString} shows nothing of it. */
public sealed interface Credentials permits Integration, Bearer {

  /** Value of the header {@code Authorization} for one call. */
  String authorization(String method, URI uri, Stamp stamp);
}
