namespace Kontor.Commerce;

using Microsoft.Inventory.Item.Catalog;

page 50124 "KTR Item References"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemReference';
    EntitySetName = 'itemReferences';
    EntityCaption = 'Item reference';
    EntitySetCaption = 'Item references';
    SourceTable = "Item Reference";
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
                field(unitOfMeasureCode; Rec."Unit of Measure")
                {
                    Caption = 'unitOfMeasureCode', Locked = true;
                }
                field(referenceType; Rec."Reference Type")
                {
                    Caption = 'referenceType', Locked = true;
                }
                field(referenceTypeNumber; Rec."Reference Type No.")
                {
                    Caption = 'referenceTypeNumber', Locked = true;
                }
                field(referenceNumber; Rec."Reference No.")
                {
                    Caption = 'referenceNumber', Locked = true;
                }
                field(startingDate; Rec."Starting Date")
                {
                    Caption = 'startingDate', Locked = true;
                }
                field(endingDate; Rec."Ending Date")
                {
                    Caption = 'endingDate', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }
}
