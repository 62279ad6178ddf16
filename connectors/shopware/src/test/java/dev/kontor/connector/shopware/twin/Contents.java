package dev.kontor.connector.shopware.twin;

import dev.kontor.model.ModelJson;
import tools.jackson.databind.node.ObjectNode;

/** Documents as the connector's mappings make them. */
final class Contents {

  private Contents() {}

  /** A simple article; 20.00 net at 19 %. */
  static ObjectNode article(String number, String name) {
    return json(
        """
        {"productNumber":"%s","name":"%s","active":true,"taxRate":"19",
         "price":{"amount":"20.00","currency":"EUR","includesTax":false},
         "texts":[],"categories":[],"properties":[],"media":[],"variants":[]}"""
            .formatted(number, name));
  }

  /** A shirt in two sizes, the larger one dearer, with everything an article can have. */
  static ObjectNode shirt(String number) {
    return json(
        """
        {"productNumber":"%1$s","name":"Hemd","active":true,"taxRate":"19","ean":"4006381333931",
         "manufacturer":"Weberei Isar","unit":"STK","weight":"0.25",
         "price":{"amount":"23.80","currency":"EUR","includesTax":true},
         "texts":[{"language":"de-DE","description":"<p>Aus Leinen</p>"},
                  {"language":"en-GB","name":"Shirt","description":"<p>Linen</p>"},
                  {"language":"fr-FR","name":"Chemise"}],
         "categories":[[{"code":"C1","name":"Kleidung"},{"code":"C2","name":"Hemden"}]],
         "properties":[{"name":"Material","value":"Leinen",
                        "texts":[{"language":"en-GB","name":"Material","value":"Linen"}]},
                       {"name":"Gewicht","value":"180","unit":"g","texts":[]}],
         "media":[],
         "variants":[
          {"productNumber":"%1$s-M","active":true,"texts":[],"ean":"4006381333948",
           "options":[{"name":"Größe","value":"M"}],"media":[]},
          {"productNumber":"%1$s-XL","active":true,"texts":[],"price":"29.75",
           "options":[{"name":"Größe","value":"XL"}],"media":[]}]}"""
            .formatted(number));
  }

  /** Everybody pays that gross amount, at 19 %. */
  static ObjectNode price(String number, String gross, String net) {
    return json(
        """
        {"productNumber":"%s","sheets":[
         {"audience":"EVERYBODY","currency":"EUR","breaks":[
          {"from":"1","price":{"gross":"%s","net":"%s"}}]}]}"""
            .formatted(number, gross, net));
  }

  /** A shipment of two AH-1005 with one tracking code. */
  static ObjectNode shipment(String orderId, String number, String code) {
    return json(
        """
        {"kind":"SHIPPED","orderId":"%s","erpState":"SHIPPED",
         "shipment":{"number":"%s","date":"2026-11-21","carrier":"DHL",
          "trackingCodes":["%s"],"lines":[{"productNumber":"AH-1005","quantity":"2"}]}}"""
            .formatted(orderId, number, code));
  }

  /** An event of the order that says no more than its kind. */
  static ObjectNode event(String orderId, String kind, String state) {
    return json(
        "{\"kind\":\"%s\",\"orderId\":\"%s\",\"erpState\":\"%s\"}".formatted(kind, orderId, state));
  }

  static ObjectNode invoice(String orderId, String number, String gross) {
    return json(
        """
        {"kind":"INVOICED","orderId":"%s","erpState":"COMPLETED",
         "invoice":{"number":"%s","date":"2026-11-21","due":"2026-12-05","currency":"EUR",
          "gross":"%s","remaining":"0","cancelled":false,"file":"pdf-%2$s"}}"""
            .formatted(orderId, number, gross));
  }

  static ObjectNode creditMemo(String orderId, String number, String invoice, String gross) {
    return json(
        """
        {"kind":"CREDITED","orderId":"%s","erpState":"COMPLETED",
         "creditMemo":{"number":"%s","invoiceNumber":"%s","date":"2026-11-22","currency":"EUR",
          "gross":"%s","file":"pdf-%2$s"}}"""
            .formatted(orderId, number, invoice, gross));
  }

  static ObjectNode json(String text) {
    return (ObjectNode) ModelJson.parse(text);
  }
}
