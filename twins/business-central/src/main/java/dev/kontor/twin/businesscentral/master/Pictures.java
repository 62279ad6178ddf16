package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * One picture per item or variant, reached through it only; a new one is a change of its parent,
 * because the parent's own table holds it (BCApps PictureEntity.Table.al).
 */
public final class Pictures implements Rules {
  private static final String SET = "pictures";
  private static final Map<String, String> PARENTS =
      Map.of("Item", "items", "Item_x0020_Variant", "itemVariants");

  private final Records records;

  public Pictures(Records records) {
    this.records = records;
  }

  /** The place a picture of this parent has, still empty; none if it exists. */
  public static void make(Records records, String parentType, String parentId) {
    if (records.byId(SET, parentId).isEmpty()) {
      records.save(SET, records.create(SET).put("id", parentId).put("parentType", parentType));
    }
  }

  /** Takes away the place with the parent. */
  static void remove(Records records, String parentId) {
    if (records.byId(SET, parentId).isPresent()) {
      records.remove(SET, parentId);
    }
  }

  @Override
  public void checkRead(Set<String> filteredFields, boolean throughParent) {
    if (!throughParent) {
      throw Faults.dialog("You must get to the parent first to get to the picture.");
    }
  }

  @Override
  public Answer content(String scope, ObjectNode row, String column) {
    String content = Records.text(row, "_content");
    return content.isEmpty()
        ? Answer.empty(204)
        : new Answer(
            200,
            Map.of("Content-Type", Records.text(row, "contentType")),
            Base64.getDecoder().decode(content));
  }

  @Override
  public void setContent(String scope, ObjectNode row, String contentType, byte[] bytes) {
    ImageHead head = ImageHead.of(bytes);
    row.put("contentType", head.type()).put("width", head.width()).put("height", head.height());
    store(row, Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    row.put("contentType", "").put("width", 0).put("height", 0);
    store(row, "");
  }

  private void store(ObjectNode row, String content) {
    records.save(SET, row.put("_content", content));
    String set = PARENTS.getOrDefault(Records.text(row, "parentType"), "items");
    records
        .byId(set, Records.text(row, "id"))
        .ifPresent(parent -> records.save(set, parent.put("_picture", content.hashCode())));
  }
}
