package dev.kontor.bench.console;

import dev.kontor.engine.desk.DocumentSummary;
import dev.kontor.engine.desk.Filter;
import dev.kontor.engine.desk.View;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.ModelJson;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people ask a console, each of an order by its place in the ledger. */
enum Questions {
  OVERVIEW {
    @Override
    Object answer(View view, long order) {
      return view.overviews().now();
    }
  },
  SEARCH {
    @Override
    Object answer(View view, long order) {
      return found(view, filter(number(order), Set.of()));
    }
  },
  DOCUMENT {
    @Override
    Object answer(View view, long order) {
      DocumentSummary document = view.documents().named(number(order)).getFirst();
      return view.documents().page(document.source(), document.sourceId(), null).orElseThrow();
    }
  },
  SEARCH_ERP {
    @Override
    Object answer(View view, long order) {
      return found(view, filter("SO" + order, Set.of()));
    }
  },
  DEAD {
    @Override
    Object answer(View view, long order) {
      return found(view, filter(null, Set.of("dead")));
    }
  },
  NEWEST {
    @Override
    Object answer(View view, long order) {
      return view.search().find(Filter.ALL, null, 50);
    }
  },
  SERIES {
    @Override
    Object answer(View view, long order) {
      return view.overviews().series(24);
    }
  };

  private static final int FIRST = 1_000_000;

  abstract Object answer(View view, long order);

  /** As it leaves for a browser. */
  byte[] bytes(View view, long order) {
    return ModelJson.mapper().writeValueAsBytes(answer(view, order));
  }

  private static String number(long order) {
    return Long.toString(FIRST + order);
  }

  private static Filter filter(@Nullable String number, Set<String> states) {
    return new Filter(number, states, null, null, null, null, null, null);
  }

  private static List<DeskStore.Entry> found(View view, Filter filter) {
    List<DeskStore.Entry> messages = view.search().find(filter, null, 50).messages();
    if (messages.isEmpty()) {
      throw new IllegalStateException("nothing was found by " + filter);
    }
    return messages;
  }
}
