package dev.kontor.app.demo;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who buys.
 *
 * @param who in words, without a name
 * @param guest orders without an account
 * @param company null for a private person
 */
public record Buyer(
    String who,
    String firstName,
    String lastName,
    String email,
    boolean guest,
    @Nullable Company company,
    Address address) {

  /** A firm with its VAT id. */
  public record Company(String name, String vatId) {}

  /**
   * Where goods and invoice go.
   *
   * @param country ISO code of two letters
   */
  public record Address(String country, String street, String code, String city) {}

  static Buyer guest(String who, String email) {
    return new Buyer(
        who,
        "Jörg",
        "Müller-Weiß",
        email,
        true,
        null,
        new Address("DE", "Königstraße 7", "70173", "Stuttgart"));
  }

  static Buyer firm() {
    return new Buyer(
        "a company",
        "Änne",
        "Großkopf",
        "einkauf@berghuette.example",
        false,
        new Company("Berghütte Gastro GmbH & Co. KG", "DE811234567"),
        new Address("DE", "Am Bärenschlößle 1", "87561", "Oberstdorf"));
  }

  static Buyer austrianFirm() {
    return new Buyer(
        "a company in Austria, tax free",
        "Leopold",
        "Gänswein",
        "l.gaenswein@firma-at.example",
        false,
        new Company("Alpinsport Gänswein Ges.m.b.H.", "ATU13585627"),
        new Address("AT", "Mariahilfer Straße 88A", "1070", "Wien"));
  }

  static Buyer french() {
    return new Buyer(
        "a buyer in France",
        "Françoise",
        "Lefèvre",
        "francoise.lefevre@client.example",
        true,
        null,
        new Address("FR", "12 rue de l’Église", "67000", "Strasbourg"));
  }

  static Buyer swiss() {
    return new Buyer(
        "a buyer in Switzerland",
        "Urs",
        "Bünzli",
        "urs@kunde.example",
        false,
        null,
        new Address("CH", "Bahnhofstrasse 10", "8001", "Zürich"));
  }
}
