package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.ApiError;
import java.util.ArrayList;
import java.util.List;

/** Collects why a document cannot be made; all reasons are told at once. */
final class Validation {
  private final String document;
  private final List<String> messages = new ArrayList<>();

  Validation(String document) {
    this.document = document;
  }

  void because(boolean refused, String message) {
    if (refused) {
      messages.add(message);
    }
  }

  void done() {
    if (!messages.isEmpty()) {
      throw ApiError.of(
          400, document + " Document Validation Error(s):\n" + String.join("\n", messages));
    }
  }
}
