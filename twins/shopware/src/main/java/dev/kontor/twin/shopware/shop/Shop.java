package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.ShopVersion;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.index.Indexer;
import dev.kontor.twin.shopware.media.Files;
import dev.kontor.twin.shopware.search.View;
import java.time.InstantSource;

/** The shop's business, wired once. */
public record Shop(
    Tables tables,
    Keys keys,
    NumberRanges numbers,
    Lookup lookup,
    Stock stock,
    Indexer indexer,
    Mails mails,
    StateMachines states,
    Accounts accounts,
    Buyers buyers,
    Checkout checkout,
    OrderEdits edits,
    OrderDrafts drafts,
    Payments payments,
    Files files,
    Documents documents,
    Catalogue catalogue) {

  public static Shop of(
      Tables tables, Keys keys, InstantSource clock, ShopVersion version, View view) {
    Lookup lookup = new Lookup(tables);
    NumberRanges numbers = new NumberRanges();
    Stock stock = new Stock(tables, version);
    Indexer indexer = new Indexer(tables);
    Files files = new Files(tables, keys, clock);
    Mails mails = new Mails();
    OrderEvents events = new OrderEvents(tables, view);
    StateMachines states = new StateMachines(tables, keys, stock, events, mails);
    Customers customers =
        new Customers(tables, keys, clock, lookup, numbers, new CustomerEvents(tables, view));
    OrderWriter writer =
        new OrderWriter(tables, keys, clock, lookup, numbers, stock, events, version);
    Buyers buyers = new Buyers(tables, lookup, clock);
    Checkout checkout = new Checkout(tables, keys, lookup, stock, customers, writer, buyers);
    OrderEdits edits = new OrderEdits(tables, keys, stock, checkout, buyers);
    return new Shop(
        tables,
        keys,
        numbers,
        lookup,
        stock,
        indexer,
        mails,
        states,
        new Accounts(tables, keys, lookup, customers),
        buyers,
        checkout,
        edits,
        new OrderDrafts(tables, keys, edits),
        new Payments(tables, keys, lookup, states),
        files,
        new Documents(tables, keys, files, new DocumentPlan(tables, numbers, clock)),
        new Catalogue(tables, lookup, indexer));
  }
}
