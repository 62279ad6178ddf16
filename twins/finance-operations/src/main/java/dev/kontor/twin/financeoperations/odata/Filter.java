package dev.kontor.twin.financeoperations.odata;

import tools.jackson.databind.node.ObjectNode;

/** A parsed $filter. */
sealed interface Filter permits Filter.And, Filter.Or, Filter.Not, Filter.Fixed, Compare, Like {
  boolean test(ObjectNode row);

  record And(Filter left, Filter right) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return left.test(row) && right.test(row);
    }
  }

  record Or(Filter left, Filter right) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return left.test(row) || right.test(row);
    }
  }

  record Not(Filter inner) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return !inner.test(row);
    }
  }

  /** The system stores no nulls: nothing equals null, everything differs from it. */
  record Fixed(boolean result) implements Filter {
    @Override
    public boolean test(ObjectNode row) {
      return result;
    }
  }
}
