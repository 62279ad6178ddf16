namespace Kontor.Commerce;

using Microsoft.Inventory.Item;

page 50125 "KTR Item Category Nodes"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemCategoryNode';
    EntitySetName = 'itemCategoryNodes';
    EntityCaption = 'Item category node';
    EntitySetCaption = 'Item category nodes';
    SourceTable = "Item Category";
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
                field(code; Rec.Code)
                {
                    Caption = 'code', Locked = true;
                }
                field(parentCode; Rec."Parent Category")
                {
                    Caption = 'parentCode', Locked = true;
                }
                field(description; Rec.Description)
                {
                    Caption = 'description', Locked = true;
                }
                field(presentationOrder; Rec."Presentation Order")
                {
                    Caption = 'presentationOrder', Locked = true;
                }
                field(indentation; Rec.Indentation)
                {
                    Caption = 'indentation', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }
}
