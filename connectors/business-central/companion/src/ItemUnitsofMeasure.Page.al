namespace Kontor.Commerce;

using Microsoft.Inventory.Item;

page 50118 "KTR Item Units of Measure"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemUnitOfMeasure';
    EntitySetName = 'itemUnitsOfMeasure';
    EntityCaption = 'Item unit of measure';
    EntitySetCaption = 'Item units of measure';
    SourceTable = "Item Unit of Measure";
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
                field(code; Rec.Code)
                {
                    Caption = 'code', Locked = true;
                }
                field(quantityPerUnitOfMeasure; Rec."Qty. per Unit of Measure")
                {
                    Caption = 'quantityPerUnitOfMeasure', Locked = true;
                }
                field(length; Rec.Length)
                {
                    Caption = 'length', Locked = true;
                }
                field(width; Rec.Width)
                {
                    Caption = 'width', Locked = true;
                }
                field(height; Rec.Height)
                {
                    Caption = 'height', Locked = true;
                }
                field(weight; Rec.Weight)
                {
                    Caption = 'weight', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }
}
