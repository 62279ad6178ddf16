package dev.kontor.twin.magento;

import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.b2b.Buyers;
import dev.kontor.twin.magento.b2b.Members;
import dev.kontor.twin.magento.b2b.SharedCatalogues;
import dev.kontor.twin.magento.cart.Setup;
import dev.kontor.twin.magento.cart.TaxRules;
import dev.kontor.twin.magento.catalog.Catalogue;
import dev.kontor.twin.magento.catalog.Parts;
import dev.kontor.twin.magento.catalog.Rules;
import dev.kontor.twin.magento.customer.CustomerAttributes;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.sales.Checkout;
import dev.kontor.twin.magento.sales.OrderView;
import dev.kontor.twin.magento.sales.Recorded;
import dev.kontor.twin.magento.sales.Statuses;
import dev.kontor.twin.magento.stock.Reservations;
import dev.kontor.twin.magento.stock.Stock;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop behind the interface: its rows, and what happens to them. */
public record Shop(
    Tables tables,
    JsonNode facts,
    Stock stock,
    Reservations reservations,
    Catalogue catalogue,
    Attributes attributes,
    Parts parts,
    CustomerAttributes customerAttributes,
    Rules rules,
    Checkout checkout,
    Statuses statuses,
    Members members,
    Buyers buyers,
    OrderView orders,
    Recorded recorded) {

  /** A shop with its configuration and no product. */
  static Shop of(InstantSource clock, Setup setup, boolean commerce) {
    Tables tables = new Tables(clock);
    JsonNode facts = Resources.json("shop.json");
    facts.path("groups").forEach(g -> tables.groups().insert(((ObjectNode) g).deepCopy()));
    facts.path("customers").forEach(c -> tables.customers().insert(((ObjectNode) c).deepCopy()));
    Members members = new Members(tables, commerce);
    tables.customers().all().forEach(members::registered);
    if (commerce) {
      new SharedCatalogues(tables).open();
    }
    Stock stock = new Stock(tables, facts);
    Reservations reservations = new Reservations(tables, stock);
    TaxRules taxes = new TaxRules(facts.path("tax_rates"), facts.path("tax_rules"));
    Checkout checkout = new Checkout(tables, taxes, reservations, setup);
    Attributes attributes = new Attributes();
    Parts parts = Parts.of(tables, attributes);
    return new Shop(
        tables,
        facts,
        stock,
        reservations,
        new Catalogue(tables, stock, attributes, parts),
        attributes,
        parts,
        new CustomerAttributes(),
        new Rules(tables.products()),
        checkout,
        new Statuses(),
        members,
        new Buyers(tables, members, checkout::place),
        new OrderView(tables),
        new Recorded(tables));
  }
}
