package dev.kontor.connector.financeoperations;

import dev.kontor.model.ModelJson;
import tools.jackson.databind.node.ObjectNode;

/** Settings of a German company. */
public final class TestSettings {

  private TestSettings() {}

  /**
   * @param address of environment and sign-in service
   */
  public static ObjectNode usual(String address) {
    ObjectNode usual =
        (ObjectNode)
            ModelJson.parse(
                """
                {"tenant": "alpenhof.example", "clientId": "kontor", "clientSecret": "pst",
                 "company": "usmf", "customerGroup": "WEB", "homeCountry": "DE",
                 "site": "1", "warehouse": "11",
                 "taxes": {"INLAND": {"VOLL": 19, "ERM": "7", "FREI": 0},
                           "EU": {"VOLL": 0, "ERM": 0}},
                 "customerTax": [{"status": "domestic", "taxGroup": "INLAND"},
                                 {"status": "eu-business", "taxGroup": "EU"}],
                 "shippingLine": {"item": "FRACHT", "byRate": {"7": "FRACHT7"}}}
                """);
    return usual.put("url", address).put("authority", address);
  }
}
