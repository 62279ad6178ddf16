package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;

/** One category of a path. */
record Step(String code, String name) {

  static Step of(Fields step) {
    return new Step(step.required("code"), step.required("name"));
  }
}
