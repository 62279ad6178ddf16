package dev.kontor.engine.customer;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links of customers. Every method runs in the caller's transaction. */
public final class CustomerLinkStore {

  private static final String COLUMNS =
      """
      select l.shop, l.shop_id, l.erp, l.erp_id, l.number, l.revision, l.known::text as known,
             greatest(0, ceil(extract(epoch from l.settles - hub_now()) * 1000))::bigint as left_ms,
             not exists (
               select 1 from customer_link o
               where o.erp = l.erp and o.erp_id = l.erp_id and o.shop = l.shop
                 and o.shop_id <> l.shop_id) as alone
      from customer_link l
      """;

  private static final String OF_SHOP =
      COLUMNS + "where l.shop = ? and l.erp = ? and l.shop_id = any(?)";

  private static final String OF_ERP =
      COLUMNS + "where l.shop = ? and l.erp = ? and l.erp_id = any(?) order by l.shop_id";

  private static final String ALL = COLUMNS + "where l.shop = ? and l.erp = ? order by l.shop_id";

  private static final String REACHED =
      COLUMNS
          + """
            where l.shop = ? and l.erp = ? and (l.erp_id = ? or l.number = ? or l.shop_id = ?)
            order by l.shop_id for update
            """;

  private static final String REMOVE =
      "delete from customer_link where shop = ? and erp = ? and shop_id = any(?)";

  private static final String LINK =
      """
      insert into customer_link (shop, shop_id, erp, erp_id, number, known)
      values (?, ?, ?, ?, ?, ?::jsonb)
      on conflict do nothing
      """;

  private static final String UPDATE =
      """
      update customer_link set known = ?::jsonb, revision = revision + 1,
        settles = case when ?::bigint is null then settles
                       when ? = 0 then null
                       else greatest(settles, hub_now() + ? * interval '1 millisecond') end,
        conflicts = conflicts + ?
      where shop = ? and shop_id = ? and erp = ? and revision = ?
      """;

  List<CustomerLink> ofShop(
      Connection connection, String shop, String erp, Collection<String> shopIds)
      throws SQLException {
    return Jdbc.query(
        connection, OF_SHOP, CustomerLinkStore::link, shop, erp, shopIds.toArray(String[]::new));
  }

  List<CustomerLink> ofErp(Connection connection, String shop, String erp, Collection<String> ids)
      throws SQLException {
    return Jdbc.query(
        connection, OF_ERP, CustomerLinkStore::link, shop, erp, ids.toArray(String[]::new));
  }

  /** All between these two. */
  public List<CustomerLink> all(Connection connection, String shop, String erp)
      throws SQLException {
    return Jdbc.query(connection, ALL, CustomerLinkStore::link, shop, erp);
  }

  /**
   * An account keeps the debtor it was linked to first.
   *
   * @param known of both sides by now
   */
  void link(
      Connection connection,
      String shop,
      String shopId,
      String erp,
      String erpId,
      @Nullable String number,
      CustomerLink.Sides known)
      throws SQLException {
    Jdbc.update(connection, LINK, shop, shopId, erp, erpId, number, text(known));
  }

  /**
   * Takes links back.
   *
   * @param key the debtor's id or number, or the account's id
   * @return what they were
   */
  public List<CustomerLink> remove(Connection connection, String shop, String erp, String key)
      throws SQLException {
    List<CustomerLink> links =
        Jdbc.query(connection, REACHED, CustomerLinkStore::link, shop, erp, key, key, key);
    String[] ids = links.stream().map(CustomerLink::shopId).toArray(String[]::new);
    Jdbc.update(connection, REMOVE, shop, erp, ids);
    return links;
  }

  /**
   * Stores what is known now, if nobody changed the link since it was read.
   *
   * @param settles from now on; null to leave that as it is, zero if nothing is on its way any more
   * @param conflicts that were decided
   */
  boolean update(
      Connection connection, CustomerLink link, @Nullable Duration settles, int conflicts)
      throws SQLException {
    Long millis = settles == null ? null : settles.toMillis();
    return Jdbc.update(
            connection,
            UPDATE,
            text(link.known()),
            millis,
            millis,
            millis,
            conflicts,
            link.shop(),
            link.shopId(),
            link.erp(),
            link.revision())
        == 1;
  }

  private static String text(CustomerLink.Sides known) {
    return ModelJson.tree(known).toString();
  }

  private static CustomerLink link(ResultSet row) throws SQLException {
    return new CustomerLink(
        row.getString("shop"),
        row.getString("shop_id"),
        row.getString("erp"),
        row.getString("erp_id"),
        row.getString("number"),
        row.getLong("revision"),
        ModelJson.mapper()
            .treeToValue(ModelJson.parse(row.getString("known")), CustomerLink.Sides.class),
        Duration.ofMillis(row.getLong("left_ms")),
        row.getBoolean("alone"));
  }
}
