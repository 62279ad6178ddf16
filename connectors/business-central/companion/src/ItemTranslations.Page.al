namespace Kontor.Commerce;

using Microsoft.Inventory.Item;

page 50122 "KTR Item Translations"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemTranslation';
    EntitySetName = 'itemTranslations';
    EntityCaption = 'Item translation';
    EntitySetCaption = 'Item translations';
    SourceTable = "Item Translation";
    ODataKeyFields = SystemId;
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
                field(id; Rec.SystemId)
                {
                    Caption = 'id', Locked = true;
                }
                field(itemNumber; Rec."Item No.")
                {
                    Caption = 'itemNumber', Locked = true;
                }
                field(variantCode; Rec."Variant Code")
                {
                    Caption = 'variantCode', Locked = true;
                }
                field(languageCode; Rec."Language Code")
                {
                    Caption = 'languageCode', Locked = true;
                }
                field(languageTag; LanguageTag)
                {
                    Caption = 'languageTag', Locked = true;
                }
                field(description; Rec.Description)
                {
                    Caption = 'description', Locked = true;
                }
                field(description2; Rec."Description 2")
                {
                    Caption = 'description2', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        LanguageTag := LanguageTags.TagOf(Rec."Language Code");
    end;

    var
        LanguageTags: Codeunit "KTR Language Tags";
        LanguageTag: Text[80];
}
