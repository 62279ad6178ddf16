import {Handle, MarkerType, Position, ReactFlow, type Edge, type Node, type NodeProps} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import {useNavigate} from '@tanstack/react-router';
import {useMemo} from 'react';
import type {ConnectionState, FlowState} from '../api/types';
import {figure} from '../parts/format';
import {useTexts} from '../texts';
import type {Texts} from '../texts/en';
import {ConnectionMark} from './ConnectionMark';
import {BOX_WIDTH, height, layout, type Port} from './layout';

type SystemNode = Node<{connection: ConnectionState; ports: Port[]; left: boolean}, 'system'>;

const NODE_TYPES = {system: System};

/** The connections and the flows between them, with what goes over each now. */
export function Picture({connections, flows}: {connections: ConnectionState[]; flows: FlowState[]}) {
  const texts = useTexts();
  const navigate = useNavigate();
  const boxes = useMemo(
    () =>
      layout(
        connections.map(c => c.name),
        flows,
      ),
    [connections, flows],
  );
  const nodes = boxes.flatMap((box): SystemNode[] => {
    const connection = connections.find(c => c.name === box.name);
    if (!connection) return [];
    return [
      {
        id: box.name,
        type: 'system',
        position: {x: box.x, y: box.y},
        width: BOX_WIDTH,
        height: box.height,
        data: {connection, ports: box.ports, left: box.x === 0},
      },
    ];
  });
  const edges = flows.filter(f => f.from !== f.to).map(flow => edge(flow, texts));
  return (
    // It fills what it stands in.
    <div style={{height: height(boxes)}}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitView
        fitViewOptions={{padding: 0.03, maxZoom: 1}}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        panOnDrag={false}
        proOptions={{hideAttribution: true}}
        onNodeClick={(_, node) => void navigate({to: '/connections/$name', params: {name: node.id}})}
        onEdgeClick={(_, {id}) => void navigate({to: '/messages', search: {flow: id}})}
      />
    </div>
  );
}

function edge(flow: FlowState, texts: Texts): Edge {
  const tone = flow.dead > 0 ? 'bad' : flow.paused !== null || flow.overdue > 0 ? 'wait' : 'calm';
  return {
    id: flow.name,
    source: flow.from,
    target: flow.to,
    sourceHandle: `${flow.name}-out`,
    targetHandle: `${flow.name}-in`,
    className: `line ${tone}${flow.paused === null ? '' : ' paused'}`,
    label: flowLabel(flow, texts),
    labelShowBg: true,
    labelBgPadding: [6, 2],
    markerEnd: {type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--k-dim)'},
  };
}

function flowLabel(flow: FlowState, {connections: t, overview, locale}: Texts): string {
  const parts = [flow.name, flow.paused === null ? t.perMinute(figure(flow.perMinute, locale)) : overview.isPaused];
  if (flow.waiting > 0) parts.push(t.waiting(figure(flow.waiting, locale)));
  if (flow.dead > 0) parts.push(t.dead(figure(flow.dead, locale)));
  return parts.join(' · ');
}

function System({data: {connection, ports, left}}: NodeProps<SystemNode>) {
  const side = left ? Position.Right : Position.Left;
  return (
    <div className="system">
      <b>{connection.name}</b>
      <ConnectionMark of={connection} />
      {ports.map(port => (
        <span key={port.flow}>
          <Handle type="source" id={`${port.flow}-out`} position={side} style={{top: port.top}} isConnectable={false} />
          <Handle type="target" id={`${port.flow}-in`} position={side} style={{top: port.top}} isConnectable={false} />
        </span>
      ))}
    </div>
  );
}
