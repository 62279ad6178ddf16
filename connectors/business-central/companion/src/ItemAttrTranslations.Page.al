namespace Kontor.Commerce;

using Microsoft.Inventory.Item.Attribute;

page 50120 "KTR Item Attr. Translations"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemAttributeTranslation';
    EntitySetName = 'itemAttributeTranslations';
    EntityCaption = 'Item attribute translation';
    EntitySetCaption = 'Item attribute translations';
    SourceTable = "KTR Item Attr. Translation";
    SourceTableTemporary = true;
    ODataKeyFields = Id;
    DelayedInsert = true;
    Extensible = false;
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.Id)
                {
                    Caption = 'id', Locked = true;
                }
                field(attributeId; Rec."Attribute ID")
                {
                    Caption = 'attributeId', Locked = true;
                }
                field(valueId; Rec."Value ID")
                {
                    Caption = 'valueId', Locked = true;
                }
                field(languageCode; Rec."Language Code")
                {
                    Caption = 'languageCode', Locked = true;
                }
                field(languageTag; Rec."Language Tag")
                {
                    Caption = 'languageTag', Locked = true;
                }
                field(name; Rec.Name)
                {
                    Caption = 'name', Locked = true;
                }
                field(lastModifiedDateTime; Rec."Last Modified")
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnOpenPage()
    begin
        AddNames();
        AddValues();
    end;

    var
        LanguageTags: Codeunit "KTR Language Tags";

    local procedure AddNames()
    var
        ItemAttributeTranslation: Record "Item Attribute Translation";
    begin
        if ItemAttributeTranslation.FindSet() then
            repeat
                Add(ItemAttributeTranslation."Attribute ID", 0, ItemAttributeTranslation."Language Code",
                    ItemAttributeTranslation.Name, ItemAttributeTranslation.SystemId, ItemAttributeTranslation.SystemModifiedAt);
            until ItemAttributeTranslation.Next() = 0;
    end;

    local procedure AddValues()
    var
        ItemAttrValueTranslation: Record "Item Attr. Value Translation";
    begin
        if ItemAttrValueTranslation.FindSet() then
            repeat
                Add(ItemAttrValueTranslation."Attribute ID", ItemAttrValueTranslation.ID, ItemAttrValueTranslation."Language Code",
                    ItemAttrValueTranslation.Name, ItemAttrValueTranslation.SystemId, ItemAttrValueTranslation.SystemModifiedAt);
            until ItemAttrValueTranslation.Next() = 0;
    end;

    local procedure Add(AttributeId: Integer; ValueId: Integer; LanguageCode: Code[10]; TranslatedName: Text[250]; SourceId: Guid; ModifiedAt: DateTime)
    begin
        Rec.Init();
        Rec.Id := SourceId;
        Rec."Attribute ID" := AttributeId;
        Rec."Value ID" := ValueId;
        Rec."Language Code" := LanguageCode;
        Rec."Language Tag" := LanguageTags.TagOf(LanguageCode);
        Rec.Name := TranslatedName;
        Rec."Last Modified" := ModifiedAt;
        Rec.Insert();
    end;
}
