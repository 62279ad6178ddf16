namespace Kontor.Commerce;

using Microsoft.Inventory.Item;
using Microsoft.Inventory.Item.Attribute;

page 50119 "KTR Item Attribute Values"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemAttributeValue';
    EntitySetName = 'itemAttributeValues';
    EntityCaption = 'Item attribute value';
    EntitySetCaption = 'Item attribute values';
    SourceTable = "Item Attribute Value Mapping";
    SourceTableView = where("Table ID" = const(Database::Item));
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
                field(itemNumber; Rec."No.")
                {
                    Caption = 'itemNumber', Locked = true;
                }
                field(attributeId; Rec."Item Attribute ID")
                {
                    Caption = 'attributeId', Locked = true;
                }
                field(attributeName; ItemAttribute.Name)
                {
                    Caption = 'attributeName', Locked = true;
                }
                field(attributeType; ItemAttribute.Type)
                {
                    Caption = 'attributeType', Locked = true;
                }
                field(attributeUnitOfMeasure; ItemAttribute."Unit of Measure")
                {
                    Caption = 'attributeUnitOfMeasure', Locked = true;
                }
                field(valueId; Rec."Item Attribute Value ID")
                {
                    Caption = 'valueId', Locked = true;
                }
                field(value; ItemAttributeValue.Value)
                {
                    Caption = 'value', Locked = true;
                }
                field(numericValue; ItemAttributeValue."Numeric Value")
                {
                    Caption = 'numericValue', Locked = true;
                }
                field(blocked; IsBlocked)
                {
                    Caption = 'blocked', Locked = true;
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
        Clear(ItemAttribute);
        Clear(ItemAttributeValue);
        if ItemAttribute.Get(Rec."Item Attribute ID") then;
        if ItemAttributeValue.Get(Rec."Item Attribute ID", Rec."Item Attribute Value ID") then;
        IsBlocked := ItemAttribute.Blocked or ItemAttributeValue.Blocked;
    end;

    var
        ItemAttribute: Record "Item Attribute";
        ItemAttributeValue: Record "Item Attribute Value";
        IsBlocked: Boolean;
}
