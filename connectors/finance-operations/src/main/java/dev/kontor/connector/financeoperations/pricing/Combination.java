package dev.kontor.connector.financeoperations.pricing;

import java.util.Arrays;
import java.util.List;

/** Whom and what a trade agreement is for, without the names (rule P3). */
public record Combination(TableGroupAll accountCode, TableGroupAll itemCode) {

  /** 1 to 9: a customer's before a group's before all customers', in each the product first. */
  static final List<Combination> ORDER =
      Arrays.stream(TableGroupAll.values())
          .flatMap(
              account ->
                  Arrays.stream(TableGroupAll.values()).map(item -> new Combination(account, item)))
          .toList();
}
