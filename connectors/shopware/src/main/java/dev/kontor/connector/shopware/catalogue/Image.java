package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;

/** A picture by which its source opens it. */
record Image(String reference, String contentType, String sha256) {

  static Image of(Fields picture) {
    return new Image(
        picture.required("reference"), picture.required("contentType"), picture.required("sha256"));
  }
}
