package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.ShopVersion;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.search.View;
import java.time.InstantSource;

/** The shop's business, wired once. */
public record Shop(
    Tables tables,
    Keys keys,
    NumberRanges numbers,
    Lookup lookup,
    Stock stock,
    Mails mails,
    StateMachines states,
    Checkout checkout,
    OrderEdits edits,
    OrderDrafts drafts,
    Payments payments,
    Catalogue catalogue) {

  public static Shop of(
      Tables tables, Keys keys, InstantSource clock, ShopVersion version, View view) {
    Lookup lookup = new Lookup(tables);
    NumberRanges numbers = new NumberRanges();
    Stock stock = new Stock(tables, version);
    Mails mails = new Mails();
    OrderEvents events = new OrderEvents(tables, view);
    StateMachines states = new StateMachines(tables, keys, stock, events, mails);
    Customers customers = new Customers(tables, keys, clock, lookup, numbers, events);
    OrderWriter writer =
        new OrderWriter(tables, keys, clock, lookup, numbers, stock, events, version);
    Checkout checkout = new Checkout(tables, keys, lookup, stock, customers, writer);
    OrderEdits edits = new OrderEdits(tables, keys, stock, checkout);
    return new Shop(
        tables,
        keys,
        numbers,
        lookup,
        stock,
        mails,
        states,
        checkout,
        edits,
        new OrderDrafts(tables, keys, edits),
        new Payments(tables, keys, lookup, states),
        new Catalogue(tables, lookup));
  }
}
